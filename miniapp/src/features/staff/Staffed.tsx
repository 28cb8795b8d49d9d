import { SIGN_IN_PAGE } from '@miniapp/features/account';
import { ApiError } from '@miniapp/platform/api';
import { replace, switchTab } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { QueryView, type QueryViewProps } from '@miniapp/ui/QueryView';

/** A query of staff: who is not signed in is shown the way, who is no staff is shown the way out. */
export function Staffed<T>(props: QueryViewProps<T>) {
  const { error } = props.query;
  if (error instanceof ApiError && error.status === 401)
    return (
      <Note
        state="need"
        title="请先登录"
        action={<Button onTap={() => replace(SIGN_IN_PAGE)}>去登录</Button>}
      >
        登录的人是工作人员，才看得到待办。
      </Note>
    );
  if (error instanceof ApiError && error.status === 403)
    return (
      <Note
        state="need"
        title={error.message}
        action={<Button onTap={() => switchTab('home')}>回首页</Button>}
      />
    );
  return <QueryView {...props} />;
}
