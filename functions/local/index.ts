export { clock, moveClock } from './clock';
export { people } from './people';
