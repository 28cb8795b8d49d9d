export default definePageConfig({ navigationBarTitleText: '办帮扶' });
