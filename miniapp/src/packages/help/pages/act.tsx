import { HelpAct } from '@miniapp/features/help/Act';

export default function Page() {
  return <HelpAct />;
}
