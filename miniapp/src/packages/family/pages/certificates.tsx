import { Certificates } from '@miniapp/features/family/Certificates';

export default function Page() {
  return <Certificates />;
}
