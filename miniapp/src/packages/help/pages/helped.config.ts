export default definePageConfig({ navigationBarTitleText: '一户的帮扶' });
