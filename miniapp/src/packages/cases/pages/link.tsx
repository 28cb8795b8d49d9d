import { SignByLink } from '@miniapp/features/cases/SignByLink';

export default function Page() {
  return <SignByLink />;
}
