import { SignConsent } from '@miniapp/features/cases/SignConsent';

export default function Page() {
  return <SignConsent />;
}
