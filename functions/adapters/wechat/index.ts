/** What an ID card says, as far as a report needs it; null where it could not be read. */
export interface IdCard {
  name: string | null;
  idNo: string | null;
}

/** Abilities of WeChat that a deployment was given beyond messages. */
export interface Wechat {
  /** The phone number behind the one-time code of WeChat's own button; null when WeChat does not take the code. */
  phoneNumber(code: string): Promise<string | null>;
  /** Reads the front of an ID card. The photo is in memory only: not kept, not logged. Absent where not configured. */
  readIdCard?(photo: Buffer): Promise<IdCard | null>;
}
