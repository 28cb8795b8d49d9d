import { ChangeMembers } from '@miniapp/features/followups/ChangeMembers';

export default function Page() {
  return <ChangeMembers />;
}
