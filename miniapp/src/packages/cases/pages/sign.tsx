import { SignConsent } from '@miniapp/features/cases/SignConsent';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <SignConsent />
    </OfOne>
  );
}
