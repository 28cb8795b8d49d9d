import { OpenCheck } from '@miniapp/features/checks/OpenCheck';

export default function Page() {
  return <OpenCheck />;
}
