import { CheckVillage } from '@miniapp/features/checks/CheckVillage';

export default function Page() {
  return <CheckVillage />;
}
