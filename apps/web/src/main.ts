import { bootEnvironment } from '#platform';
import { boot } from './boot.js';

const environment = bootEnvironment();
const app = await boot(environment);
app.enableShutdownHooks();
await app.listen(environment.port, environment.host);
process.send?.({ ready: true });
