import { Register } from '@miniapp/features/register/Register';

export default function Page() {
  return <Register />;
}
