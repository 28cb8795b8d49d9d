import { Problems } from '@miniapp/features/problems/Problems';

export default function Page() {
  return <Problems />;
}
