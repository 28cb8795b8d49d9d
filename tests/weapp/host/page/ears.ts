import { hosted } from './hosted';

/** Every event on its way to the app passes here, so that a test can take one away and see the suite fail. */
export const hears = (type: string): boolean => type !== hosted.deafTo;
