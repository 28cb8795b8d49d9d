export { discard } from './discard';
export { get } from './get';
export { list } from './list';
export { preview } from './preview';
export { proposal } from './proposal';
export { propose } from './propose';
export { publish } from './publish';
export { dropStory, keepStory } from './stories';
