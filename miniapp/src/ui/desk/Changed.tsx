import { Text } from '@tarojs/components';
import '../../styles/desk.css';

/** What a value was before, struck out. */
export const Old = ({ children }: { children: string }) => <Text className="sw-old">{children}</Text>;

/** What it is now, marked. */
export const New = ({ children }: { children: string }) => <Text className="sw-new">{children}</Text>;
