import { HelpList } from '@miniapp/features/help/List';

export default function Page() {
  return <HelpList />;
}
