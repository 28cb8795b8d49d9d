import { Ratings } from '@miniapp/features/glance/Ratings';

export default function Page() {
  return <Ratings />;
}
