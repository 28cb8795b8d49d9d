/** What families say of their money: the lists and their words, for other first pages too. */
export { useTickets } from './queries';
export { lineWords, saidWords, ticketTag } from './words';
