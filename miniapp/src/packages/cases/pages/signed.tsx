import { Signed } from '@miniapp/features/cases/Signed';

export default function Page() {
  return <Signed />;
}
