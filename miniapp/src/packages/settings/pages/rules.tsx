import { RulesPage } from '@miniapp/features/profiles/RulesPage';

export default function Page() {
  return <RulesPage />;
}
