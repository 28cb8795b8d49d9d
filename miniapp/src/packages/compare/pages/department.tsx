import { Department } from '@miniapp/features/department/Department';

export default function Page() {
  return <Department />;
}
