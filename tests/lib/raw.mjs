// HTTP by hand on a socket, for what no decent client would send.
import net from 'node:net';

// `pieces`: strings, buffers or functions (socket) => Promise, written in order. Resolves with all that came back when the
// server closes, or after `timeout` ms without a byte.
export function raw(server, pieces, { timeout = 4000, end = false } = {}) {
  return new Promise((resolve) => {
    const socket = net.connect(server.port, '127.0.0.1');
    const received = [];
    let timer;
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      const text = Buffer.concat(received).toString('latin1');
      resolve({ status: Number(text.match(/^HTTP\/1\.1 (\d+)/)?.[1] ?? 0), text, body: parse(text) });
    };
    const arm = () => {
      clearTimeout(timer);
      timer = setTimeout(done, timeout);
    };
    socket.on('data', (bytes) => {
      received.push(bytes);
      arm();
      if (complete(Buffer.concat(received).toString('latin1'))) done();
    });
    socket.on('close', done);
    socket.on('error', () => {});
    socket.on('connect', async () => {
      arm();
      for (const piece of pieces) {
        if (socket.destroyed || received.length > 0) break;
        if (typeof piece === 'function') await piece(socket);
        else await new Promise((written) => socket.write(piece, () => written()));
      }
      if (end) socket.end();
    });
  });
}

function complete(text) {
  const head = text.indexOf('\r\n\r\n');
  const length = text.match(/\r\nContent-Length: (\d+)/i);
  return head >= 0 && length !== null && text.length >= head + 4 + Number(length[1]);
}

function parse(text) {
  try {
    return JSON.parse(Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1').toString('utf8'));
  } catch {
    return undefined;
  }
}
