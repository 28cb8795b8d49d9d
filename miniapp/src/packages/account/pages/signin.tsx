import { SignIn } from '@miniapp/features/account/SignIn';

export default function Page() {
  return <SignIn />;
}
