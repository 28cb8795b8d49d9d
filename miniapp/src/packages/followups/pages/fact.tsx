import { WriteFact } from '@miniapp/features/followups/facts/WriteFact';

export default function Page() {
  return <WriteFact />;
}
