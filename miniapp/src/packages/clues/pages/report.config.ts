export default definePageConfig({ navigationBarTitleText: '报一条线索' });
