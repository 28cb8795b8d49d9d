export default definePageConfig({ navigationBarTitleText: '查证明' });
