import { FindVillage } from '@miniapp/features/account/FindVillage';

export default function Page() {
  return <FindVillage />;
}
