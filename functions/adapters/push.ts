/** A subscribe-message template of the deployment, as it was chosen at WeChat. */
export interface PushTemplate {
  /** WeChat's id of it: what the phone asks consent for, and what a credit is good for. */
  id: string;
}

/** Messages that reach a phone while the app is closed. */
export interface Push {
  /** In the order in which the phone asks for them; empty where none is configured. At most three: WeChat asks no more at once. */
  readonly templates: readonly PushTemplate[];
}

/** The local stack: consents are counted, nothing leaves the machine. */
export const localPush: Push = { templates: [{ id: 'local-progress' }] };
