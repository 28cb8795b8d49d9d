export { chooseVillage } from './choose-village';
export { delegate, delegations, endDelegation } from './delegations';
export { me } from './me';
export { messages, readMessage } from './messages';
export { phoneNumber } from './phone-number';
export { signIn } from './sign-in';
export { signOut } from './sign-out';
export { subscribed } from './subscribed';
