import { readEnvironment } from '#platform';
import { boot } from './boot.js';

const environment = readEnvironment();
const app = await boot(environment);
app.enableShutdownHooks();
await app.listen(environment.port, environment.host);
process.send?.({ ready: true });
