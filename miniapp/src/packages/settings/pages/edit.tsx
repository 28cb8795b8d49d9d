import { EditRules } from '@miniapp/features/profiles/EditRules';

export default function Page() {
  return <EditRules />;
}
