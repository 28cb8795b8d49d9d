import { OurHelp } from '@miniapp/features/family/OurHelp';

export default function Page() {
  return <OurHelp />;
}
