import { NoticeSheet } from '@miniapp/features/policies/NoticeSheet';

export default function Page() {
  return <NoticeSheet />;
}
