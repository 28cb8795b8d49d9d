export { chain } from './chain';
export { check } from './check';
export { hang, photographEnd, prepare } from './hang';
export { overview } from './overview';
export { paper, poster } from './paper';
export { announce, post } from './post';
export { preview } from './preview';
export { get, list } from './read';
export { waiting } from './waiting';
