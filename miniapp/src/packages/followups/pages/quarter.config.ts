export default definePageConfig({ navigationBarTitleText: '季度台账' });
