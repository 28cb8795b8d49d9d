import { Note } from '@miniapp/ui/Note';

interface KeptProps {
  found: boolean;
  kept: boolean;
  /** As `useOnline` says. */
  online: boolean | undefined;
  waiting: number;
}

/** Saved is not handed in: said once, at the top (ux.md principle 6). */
export function KeptNote({ found, kept, online, waiting }: KeptProps) {
  if (!kept)
    return (
      <Note state="late" alert title="手机存满了，存不下">
        清一清手机，或者现在就填完交上。
      </Note>
    );
  if (online === false)
    return (
      <Note state="off" icon="nonet" title="没有网，先存在手机里">
        {`${waiting > 0 ? `${waiting} 张照片等网。` : ''}填完照样点“交”，有网自动交。`}
      </Note>
    );
  return found ? (
    <Note state="off" icon="save" title="接着上次的填">
      存在手机里了，还没有交。
    </Note>
  ) : null;
}
