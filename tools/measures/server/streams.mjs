// A thousand people of one Sede who listen to what changes: what they cost the server, and how long news takes to reach them all.
import http from 'node:http';
import { memory } from './load.mjs';
import { LISTENERS } from './registry.mjs';

const STREAMS = 1000;

function listen(url, headers, heard) {
  return new Promise((begun, failed) => {
    const request = http.request(new URL('/api/v1/novita', url), { agent: false, headers }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`ascolto: ${response.statusCode}`));
      response.setEncoding('utf8');
      response.on('data', (text) => {
        if (text.includes('event: inizio')) begun(request);
        if (text.includes('event: domanda')) heard();
      });
      response.on('error', () => {});
    });
    request.on('error', failed);
    request.end();
  });
}

// `submit`: sends a domanda of the Sede. Answers megabytes for the streams and milliseconds until the last had heard.
export async function streams(server, caller, submit) {
  const people = [];
  for (let i = 0; i < LISTENERS; ++i) people.push(await caller.login(`ascolto-${i}`));
  let waiting = 0;
  let all;
  const heard = () => { if (--waiting === 0) all(performance.now()); };
  const before = memory(server.pid);
  const open = [];
  for (let i = 0; i < STREAMS; ++i) open.push(await listen(server.url, people[i % people.length], heard));
  const after = memory(server.pid);
  const times = [];
  for (let i = 0; i < 5; ++i) {
    waiting = STREAMS;
    const last = new Promise((done) => { all = done; });
    const answer = await submit();
    if (answer.status !== 201) throw new Error(`invio: ${answer.status} ${answer.text()}`);
    const sent = performance.now();
    times.push((await last) - sent);
  }
  open.forEach((one) => one.destroy());
  return { streams: STREAMS, megabytes: after - before, times: times.sort((a, b) => a - b) };
}
