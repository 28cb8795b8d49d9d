import { OurHelp } from '@miniapp/features/help/OurHelp';

export default function Page() {
  return <OurHelp />;
}
