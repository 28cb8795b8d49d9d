import { StaffCase } from '@miniapp/features/review/StaffCase';

export default function Page() {
  return <StaffCase />;
}
