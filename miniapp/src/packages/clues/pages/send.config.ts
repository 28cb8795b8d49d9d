export default definePageConfig({ navigationBarTitleText: '传部门名单' });
