/** Stories played under old and new rules, to see what a county's change would do before it is in force. */
export { rehearse, type StoryChange } from './compare';
export { type Played, type PlayedStep, play } from './play';
export { STORIES } from './stories';
export type { Deed, Story } from './story';
export { storyOf } from './story-of';
