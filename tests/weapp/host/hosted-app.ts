/** What the Node half of the host hands to its page: the app's own files made ready, and the phone it runs on. */

export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  subPackages?: { root: string; pages: string[] }[];
  window?: {
    navigationBarTitleText?: string;
    navigationBarBackgroundColor?: string;
    navigationBarTextStyle?: string;
    backgroundColor?: string;
  };
  tabBar?: { list: { pagePath: string; text: string }[] };
  usingComponents?: Record<string, string>;
  plugins?: Record<string, { version: string; provider: string }>;
}

export interface PageConfig {
  component?: boolean;
  navigationBarTitleText?: string;
  usingComponents?: Record<string, string>;
}

export interface PhoneSettings {
  theme: 'light' | 'dark';
  /** WeChat's own text size; care mode begins at 1.25. */
  fontSizeScaleFactor: number;
  /** What `wx.login` gives. */
  loginCode: string;
  /** Whether the person agreed to the privacy guide before, or WeChat has yet to ask. */
  privacy: 'agreed' | 'asks';
  /** What WeChat's own button for the phone number gives. */
  phoneNumberCode: string;
}

export interface HostedApp {
  app: AppConfig;
  /** By path without extension, as `styles`. */
  configs: Record<string, PageConfig>;
  styles: Record<string, string>;
  /** theme.json: the colours that the app names with @. */
  theme: Partial<Record<'light' | 'dark', Record<string, string>>>;
  settings: PhoneSettings;
  /** Names of every API that WeChat documents: those that the host does not answer throw. */
  documentedApis: string[];
  /** An event that the host is not to hear: for the test that the suite notices. */
  deafTo: string | null;
}

/** How much crossed from the logic layer to the view layer since the app started. */
export interface SetDataCount {
  calls: number;
  /** Bytes of JSON, UTF-8. */
  bytes: number;
  largest: number;
}
