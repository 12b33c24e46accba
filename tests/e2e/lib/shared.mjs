// One browser and one office for all the tests of a file.
import { join } from 'node:path';
import { after, before } from 'node:test';
import { officeDatabase, root, startServer } from '../../lib/server.mjs';
import { launch, open } from './browser.mjs';

// `open` answers a page of that office. `database` makes its archive when the tests begin.
export function shared_office(database = officeDatabase) {
  const office = { open: (options) => open(office.browser, office.server.url, options) };
  before(async () => {
    office.browser = await launch();
    office.server = await startServer({ db: database(), web: process.env.OMNIA_WEB ?? join(root, 'web/dist') });
  });
  after(async () => {
    await office.browser?.close();
    await office.server?.stop();
  });
  return office;
}
