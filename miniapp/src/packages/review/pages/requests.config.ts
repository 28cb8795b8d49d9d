export default definePageConfig({ navigationBarTitleText: '农户说不对的' });
