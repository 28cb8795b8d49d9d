import { HouseholdCard } from '@miniapp/features/household/HouseholdCard';

export default function Page() {
  return <HouseholdCard />;
}
